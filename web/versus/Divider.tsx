import type { useDivider } from './divider.ts';

type Props = {
  divider: ReturnType<typeof useDivider>;
  label: string;
  /** What stands on either side, aloud. */
  says: string;
};

/** The line between the two maps: a slider from the left edge to the right one. */
export function Divider({ divider, label, says }: Props) {
  const { at, handlers } = divider;
  return (
    <div
      className="versus-divider"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={at}
      aria-valuetext={says}
      aria-describedby="divider-help"
      style={{ left: `${at}%` }}
      data-testid="divider"
      {...handlers}
    >
      <span className="versus-grip" aria-hidden="true" />
    </div>
  );
}
