import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import type { AreaColumns } from '../data/columns.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { select, selectedCodes } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { HeaderRow } from './HeaderRow.tsx';
import { useTableInput } from './input.ts';
import { Row } from './Row.tsx';
import { filterRows, type Sort, sortRows } from './rows.ts';

const rowHeight = 34;

type ToolsProps = {
  filter: string;
  onFilter: (text: string) => void;
  only: boolean;
  onOnly: (only: boolean) => void;
  shown: number;
  all: number;
};

function TableTools({ filter, onFilter, only, onOnly, shown, all }: ToolsProps) {
  const { t, count } = useWords();
  return (
    <div className="table-tools">
      <SearchField className="search-field" value={filter} onChange={onFilter} aria-label={t('table.filter')}>
        <Icon name="search" size={16} />
        <Input className="input" placeholder={t('table.filter')} />
      </SearchField>
      <label className="plain-check">
        <input type="checkbox" checked={only} onChange={event => onOnly(event.target.checked)} />
        {t('table.onlySelected')}
      </label>
      <span className="quiet" role="status" data-testid="table-count">
        {t('table.rows', { shown: count(shown), all: count(all) })}
      </span>
    </div>
  );
}

/** Holds the place of the rows that are not there, so that the scrollbar tells the truth. */
function Gap({ height, span }: { height: number; span: number }) {
  return height <= 0 ? null : (
    <tr className="gap" style={{ height }}>
      <td colSpan={span} />
    </tr>
  );
}

/**
 * The areas as rows. Only the rows in sight exist, so ten thousand scroll as easily as ten; one row takes the
 * focus, the arrow keys move it.
 */
export function AreaTable({ areas }: { areas: AreaColumns }) {
  const { t, text } = useWords();
  const { level, indicator, year, levels } = useScene();
  const { input, columns } = useTableInput(areas);
  const selection = useView(view => view.selection);
  const [sort, setSort] = useState<Sort>({ column: 'value', down: true });
  const [filter, setFilter] = useState('');
  const [only, setOnly] = useState(false);
  const [focused, setFocused] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);

  const chosen = useMemo(() => new Set(selectedCodes(selection, level)), [selection, level]);
  const filtered = useMemo(
    () => filterRows(input, filter, only ? chosen : null),
    [input, filter, only, chosen],
  );
  const rows = useMemo(() => sortRows(filtered, input, sort), [filtered, input, sort]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  const focusRow = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setFocused(next);
    virtual.scrollToIndex(next);
    // The row may not exist until the scroll has been drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus(),
      ),
    );
  };
  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: focused + 1,
      ArrowUp: focused - 1,
      PageDown: focused + 10,
      PageUp: focused - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focusRow(to);
  };
  const codes = () => rows.flatMap(index => areas.codes[index] ?? []);
  const allChosen = rows.length > 0 && rows.every(index => chosen.has(areas.codes[index] ?? ''));
  const title = levels.find(one => one.id === level)?.title;
  const total = input.inside.reduce((sum, one) => sum + one, 0);
  const items = virtual.getVirtualItems();
  return (
    <>
      <TableTools
        filter={filter}
        onFilter={setFilter}
        only={only}
        onOnly={setOnly}
        shown={rows.length}
        all={total}
      />
      <div ref={scroller} className="table-scroller">
        <table
          className="area-table"
          aria-label={t('table.caption', {
            indicator: text(indicator.title),
            level: title === undefined ? level : text(title),
            year: year ?? '',
          })}
          aria-rowcount={rows.length + 1}
        >
          <HeaderRow
            columns={columns}
            sort={sort}
            onSort={setSort}
            allChosen={allChosen}
            onAll={() => select(level, allChosen ? [] : codes())}
          />
          <tbody onKeyDown={move}>
            <Gap height={items[0]?.start ?? 0} span={columns.length + 1} />
            {items.map(item => {
              const index = rows[item.index];
              return index === undefined ? null : (
                <Row
                  key={areas.codes[index]}
                  index={index}
                  place={item.index}
                  input={input}
                  columns={columns}
                  isSelected={chosen.has(areas.codes[index] ?? '')}
                  isFocusable={item.index === Math.min(focused, rows.length - 1)}
                  onFocus={() => setFocused(item.index)}
                />
              );
            })}
            <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} span={columns.length + 1} />
          </tbody>
        </table>
      </div>
      {rows.length === 0 && (
        <p className="table-none">
          {t('table.none')}{' '}
          <Button
            className="link-button"
            onPress={() => {
              setFilter('');
              setOnly(false);
            }}
          >
            {t('table.clearFilter')}
          </Button>
        </p>
      )}
    </>
  );
}
