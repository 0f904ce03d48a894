import { useQueryClient } from '@tanstack/react-query';
import { AroundPanel } from '../access/AroundPanel.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { LayerPanel } from '../layers/LayerPanel.tsx';
import { useLayerModel } from '../layers/shown.ts';
import { MapView } from '../map/MapView.tsx';
import { AreaPanel } from '../panels/AreaPanel.tsx';
import { Legend } from '../panels/Legend.tsx';
import { SelectionPanel } from '../panels/SelectionPanel.tsx';
import { EditPanel } from '../scenario/EditPanel.tsx';
import { LivePanel } from '../scenario/LivePanel.tsx';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { TableDrawer } from '../table/TableDrawer.tsx';

/** Left what is shown or changed, the map in the middle, right what it means, the table below. */
export function Workbench() {
  const scenario = useView(view => view.place === 'scenario');
  const { t, text } = useWords();
  const { indicator, error } = useScene();
  const queries = useQueryClient();
  const layer = useLayerModel();
  return (
    <main id="content" className="workbench" tabIndex={-1}>
      <h1 className="unseen">
        {t(scenario ? 'place.scenario' : 'place.map')}: {text(indicator.title)}
      </h1>
      <div className="column left">{scenario ? <EditPanel /> : <LayerPanel />}</div>
      <div className="middle">
        {error !== null && (
          <Problem error={error} onRetry={() => void queries.refetchQueries({ type: 'active' })} />
        )}
        <MapView layer={layer} />
        <Legend layer={layer} />
      </div>
      <div className="column right">
        <AreaPanel />
        {scenario ? <LivePanel /> : <SelectionPanel />}
        {!scenario && <AroundPanel />}
      </div>
      <TableDrawer />
    </main>
  );
}
