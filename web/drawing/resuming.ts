import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import { type SiteDraft, setSiteDraft, useNewSite } from '../scenario/siteDraft.ts';
import { useRedrawing } from '../scenario/siteEdits.ts';
import { drawCatchment } from '../schools/steps.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useDrawing } from './drawing.ts';
import { keepUnfinished, type Unfinished, useUnfinished } from './unfinished.ts';

/** The drawing that was left in the open scenario, and the ways on with it; null where there is none, or one is under way. */
export function useResuming(): { kept: Unfinished; resume: () => void; drop: () => void } | null {
  const { t } = useWords();
  const open = useOpenScenario();
  const busy = useDrawing(state => state.task !== null);
  const kept = useUnfinished(state => state.kept);
  const { draw } = useNewSite(open?.id ?? '');
  const redraw = useRedrawing(open?.id ?? '');
  if (open === null || busy || kept === null || kept.scenario !== open.id) return null;
  const edit = kept.edit === null ? null : open.edits.find(one => one.id === kept.edit);
  // What was drawn anew is gone, and so is the reason to draw it.
  if (edit === undefined) return null;
  const resume = () => {
    if (kept.catchment !== undefined) {
      drawCatchment(open.id, kept.catchment, 'polygon', {
        title: t('services.catchments.resumed'),
        begun: kept,
      });
      return;
    }
    setSiteDraft({ ...(kept.draft as Partial<SiteDraft>), open: true });
    if (edit === null) draw('polygon', kept);
    else redraw(edit, kept);
  };
  const drop = () => {
    keepUnfinished(null);
    announce(t('drawing.cancelled'));
  };
  return { kept, resume, drop };
}
