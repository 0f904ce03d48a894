import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Edit } from '../../core/scenario/edit.ts';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import type { LayerModel } from '../layers/model.ts';
import type { AreaActions } from '../map/actions.ts';
import { useAreaSpot } from '../map/areaSpot.ts';
import type { MapController } from '../map/controller.ts';
import { moveTogether } from '../map/follow.ts';
import { useMapKeys } from '../map/keys.ts';
import { MapButtons } from '../map/MapButtons.tsx';
import { useCamera, useFit } from '../map/MapView.tsx';
import type { Spot } from '../map/pointer.ts';
import { shareMap } from '../map/shared.ts';
import { pin } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { setView } from '../state/view.ts';
import { useAreaCompared } from './areaWords.ts';
import { ComparedArea, ComparedCard } from './ComparedCard.tsx';
import { Divider } from './Divider.tsx';
import { useDivider } from './divider.ts';
import { Pane } from './Pane.tsx';

export type MapPane = { name: string; title: string; layer: LayerModel; edits: readonly Edit[] };

type Maps = Readonly<Record<string, MapController | null>>;

/** The maps once all of them are there, moving together; where they come to rest stands in the address. */
function useTogether(panes: readonly MapPane[]) {
  const [maps, setMaps] = useState<Maps>({});
  const names = panes.map(pane => pane.name).join(' ');
  const onMap = useCallback(
    (name: string, map: MapController | null) => setMaps(all => ({ ...all, [name]: map })),
    [],
  );
  const all = useMemo(() => {
    const found = names.split(' ').flatMap(name => maps[name] ?? []);
    return found.length === names.split(' ').length ? found : [];
  }, [maps, names]);
  const lead = all[0] ?? null;
  useEffect(
    () =>
      moveTogether(
        all.map(one => one.map),
        camera => setView({ camera }),
      ),
    [all],
  );
  useEffect(() => {
    shareMap(lead);
    return () => shareMap(null);
  }, [lead]);
  return { lead, onMap };
}

/** What a person does with an area on these maps: look at it on both sides. */
function useActions(): AreaActions {
  const { areas, level } = useScene();
  const compared = useAreaCompared();
  return useMemo(() => {
    const codeAt = (index: number | null) => (index === null ? undefined : areas?.codes[index]);
    return {
      hover: index => {
        const code = codeAt(index);
        setView({ hovered: code === undefined ? null : { level, code } });
      },
      pick: index => {
        const code = codeAt(index);
        pin(code === undefined ? null : { level, code });
        if (index !== null) announce(compared.aloud(index));
      },
      makeScope: () => {},
      selectBox: () => {},
      say: index => announce(compared.aloud(index)),
    };
  }, [areas, level, compared]);
}

type Props = {
  panes: readonly MapPane[];
  /** `swipe` lays the second over the first, up to the divider. */
  arrangement: 'swipe' | 'beside';
  label: string;
};

/** One map or two that show the same ground; arrow keys walk over their areas, the pointer works on either. */
export function VersusMaps({ panes, arrangement, label }: Props) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const { lead, onMap } = useTogether(panes);
  useCamera(lead);
  const showAll = useFit(lead);
  const actions = useActions();
  const focus = useCallback((index: number) => {
    setSpot(null);
    setFocused(index);
  }, []);
  const keys = useMapKeys(lead, actions, focus);
  const focusSpot = useAreaSpot(lead, focused);
  const divider = useDivider(frame);
  const swipe = arrangement === 'swipe' && panes.length === 2;
  const paneActions = {
    hover: (index: number | null, at: Spot) => {
      setSpot(index === null ? null : at);
      actions.hover(index);
    },
    pick: (index: number | null) => actions.pick(index, false),
  };
  const [first, second] = panes;
  return (
    <section className="map versus-map" aria-label={label}>
      <div
        ref={frame}
        className="map-frame"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk over the map
        tabIndex={0}
        aria-label={label}
        aria-describedby="versus-help"
        data-arrangement={swipe ? 'swipe' : 'beside'}
        onKeyDown={keys}
        onBlur={() => actions.hover(null)}
      >
        {panes.map((pane, i) => (
          <Pane
            key={pane.name}
            name={pane.name}
            edits={pane.edits}
            layer={pane.layer}
            actions={paneActions}
            onMap={onMap}
            onFailed={() => setFailed(true)}
            style={swipe && i === 1 ? { clipPath: `inset(0 0 0 ${divider.at}%)` } : undefined}
          />
        ))}
      </div>
      {swipe && first !== undefined && second !== undefined && (
        <>
          <Divider
            divider={divider}
            label={t('versus.divider')}
            says={t('versus.dividerAt', { left: first.title, right: second.title, percent: divider.at })}
          />
          <p id="divider-help" className="unseen">
            {t('versus.dividerHelp')}
          </p>
        </>
      )}
      {panes.length === 2 && (
        <ul className="versus-labels" data-arrangement={swipe ? 'swipe' : 'beside'} aria-hidden="true">
          {panes.map(({ name, title }) => (
            <li key={name}>{title}</li>
          ))}
        </ul>
      )}
      <p id="versus-help" className="unseen">
        {t('versus.mapHelp')}
      </p>
      {failed && <p className="map-failed">{t('error.webgl')}</p>}
      <ComparedCard spot={spot ?? focusSpot} />
      <ComparedArea />
      <MapButtons controller={lead} onFit={() => showAll(true)} />
      {panes.some(pane => pane.layer.paint === null) && <p className="map-busy">{t('map.loading')}</p>}
    </section>
  );
}
