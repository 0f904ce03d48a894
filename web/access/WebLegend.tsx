import { useWords } from '../i18n/words.ts';
import { webColour } from '../layers/web.ts';
import { useView } from '../state/view.ts';
import { useWeb } from './web.ts';

/** What the lines of the web are, those that are on the map. */
export function WebLegend() {
  const { t } = useWords();
  const { data } = useWeb();
  const dark = useView(view => view.theme === 'dark');
  if (data === undefined) return null;
  const { routes, straight } = data.counts;
  const kinds = [
    ...(routes > straight ? (['network'] as const) : []),
    ...(straight > 0 ? (['straight'] as const) : []),
  ];
  return kinds.map(kind => (
    <li key={kind}>
      <svg width="28" height="10" aria-hidden="true">
        <line
          x1="0"
          x2="28"
          y1="5"
          y2="5"
          strokeWidth="3"
          stroke={webColour(dark)}
          strokeDasharray={kind === 'straight' ? '6 5' : undefined}
        />
      </svg>
      {t(`access.web.${kind}`)}
    </li>
  ));
}
