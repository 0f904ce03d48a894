import { LayerPanel } from '../layers/LayerPanel.tsx';
import { useLayerModel } from '../layers/shown.ts';
import { MapView } from '../map/MapView.tsx';
import { AreaPanel } from '../panels/AreaPanel.tsx';
import { Legend } from '../panels/Legend.tsx';
import { SelectionPanel } from '../panels/SelectionPanel.tsx';
import { EditPanel } from '../scenario/EditPanel.tsx';
import { LivePanel } from '../scenario/LivePanel.tsx';
import { useView } from '../state/view.ts';
import { TableDrawer } from '../table/TableDrawer.tsx';

/** Left what is shown or changed, the map in the middle, right what it means, the table below. */
export function Workbench() {
  const scenario = useView(view => view.place === 'scenario');
  const layer = useLayerModel();
  return (
    <main id="content" className="workbench" tabIndex={-1}>
      <aside className="column left">{scenario ? <EditPanel /> : <LayerPanel />}</aside>
      <div className="middle">
        <MapView layer={layer} />
        <Legend layer={layer} />
      </div>
      <aside className="column right">
        {scenario ? <LivePanel /> : <AreaPanel />}
        {scenario ? <AreaPanel /> : <SelectionPanel />}
      </aside>
      <TableDrawer />
    </main>
  );
}
