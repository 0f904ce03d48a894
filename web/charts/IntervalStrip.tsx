type Props = {
  domain: readonly [number, number];
  value: number;
  /** NaN where it is not known. */
  expected: number;
  low: number;
  high: number;
  ticks?: readonly number[];
  band?: { low: number; median: number; high: number } | null;
  colour?: string | null;
};

/** A value on a line: a dot for it, a tick for what chance gives, a bar for the interval, a band for the others. */
export function IntervalStrip({ domain, value, expected, low, high, ticks = [], band, colour }: Props) {
  const share = (of: number) => Math.min(1, Math.max(0, (of - domain[0]) / (domain[1] - domain[0])));
  const at = (of: number) => ({ left: `${100 * share(of)}%` });
  const between = (from: number, to: number) => ({
    ...at(from),
    width: `${100 * (share(to) - share(from))}%`,
  });
  const tint = colour == null ? {} : { background: colour };
  return (
    <span className="strip" aria-hidden="true">
      {ticks.map(tick => (
        <span key={tick} className="strip-grid" style={at(tick)} />
      ))}
      {band != null && <span className="strip-band" style={between(band.low, band.high)} />}
      {band != null && <span className="strip-median" style={at(band.median)} />}
      {!Number.isNaN(expected) && <span className="strip-expected" style={at(expected)} />}
      {!Number.isNaN(low) && <span className="strip-interval" style={{ ...between(low, high), ...tint }} />}
      {!Number.isNaN(value) && <span className="strip-value" style={{ ...at(value), ...tint }} />}
    </span>
  );
}

/** Numbers above or below strips of the same domain. */
export function StripAxis({
  domain,
  ticks,
  write,
}: {
  domain: readonly [number, number];
  ticks: readonly number[];
  write: (tick: number) => string;
}) {
  return (
    <span className="strip-axis" aria-hidden="true">
      {ticks.map(tick => (
        <span key={tick} style={{ left: `${(100 * (tick - domain[0])) / (domain[1] - domain[0])}%` }}>
          {write(tick)}
        </span>
      ))}
    </span>
  );
}
