import { Button } from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { setView, useView } from '../state/view.ts';
import { AreaTable } from './AreaTable.tsx';

/** The table below the map: the same areas, for whoever reads better in rows. */
export function TableDrawer() {
  const { t } = useWords();
  const open = useView(view => view.table);
  const { areas } = useScene();
  return (
    <section className="drawer" data-open={open} aria-label={t('table.title')}>
      <Button
        className="drawer-handle"
        aria-expanded={open}
        aria-controls="area-table"
        onPress={() => setView({ table: !open })}
      >
        <Icon name="table" size={16} />
        {t(open ? 'table.close' : 'table.open')}
        <Icon name={open ? 'chevronDown' : 'chevronUp'} size={14} />
      </Button>
      <div id="area-table" className="drawer-content" hidden={!open}>
        {open && (areas === undefined ? <Skeleton lines={4} /> : <AreaTable areas={areas} />)}
      </div>
    </section>
  );
}
