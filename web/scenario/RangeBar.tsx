type Moments = { before: number; after: number };
type Props = Moments & {
  range: readonly [number, number];
  /** What chance would give; null where that is not known. */
  chance: { before: number | null; after: number | null } | null;
};

/** Where now and then lie on all the index can be: a line for now, a dot for then, a tick below for chance. */
export function RangeBar({ range, before, after, chance }: Props) {
  const place = (value: number) => `${(100 * (value - range[0])) / (range[1] - range[0])}%`;
  const from = Math.min(before, after);
  const to = Math.max(before, after);
  const ticks = [
    { moment: 'now', value: chance?.before ?? null },
    { moment: 'then', value: chance?.after ?? null },
  ];
  return (
    <div className="range" aria-hidden="true">
      <span
        className="range-move"
        style={{ left: place(from), width: `calc(${place(to)} - ${place(from)})` }}
      />
      {ticks.map(
        ({ moment, value }) =>
          value !== null && (
            <span key={moment} className="range-chance" data-moment={moment} style={{ left: place(value) }} />
          ),
      )}
      <span className="range-now" style={{ left: place(before) }} />
      <span className="range-then" style={{ left: place(after) }} />
    </div>
  );
}
