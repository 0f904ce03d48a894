import { useRef, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';

type Props = {
  label: string;
  value: number;
  most: number;
  /** `gesture` is the same for as long as one movement lasts: a drag, or keys in a row. */
  onChange: (value: number, gesture: string) => void;
};

/** Steps of the scale: 20, 50, 100, 200, 500 … */
function scaleFor(value: number, most: number): number {
  let top = 20;
  for (let step = 0; top < 2 * value; step++) top *= step % 3 === 0 ? 2.5 : 2;
  return Math.min(most, top);
}

/** A slider from 0 for a whole number without a natural end: the scale grows when it is let go, never under the hand. */
export function Slide({ label, value, most, onChange }: Props) {
  const [top, setTop] = useState(() => scaleFor(value, most));
  // Not a state: the first move of a drag comes before the page is drawn again.
  const gesture = useRef(0);
  const next = () => {
    gesture.current += 1;
  };
  return (
    <Slider
      className="slide"
      aria-label={label}
      value={value}
      minValue={0}
      maxValue={Math.max(top, value)}
      step={1}
      onChange={moved => onChange(moved, `slide-${gesture.current}`)}
      onChangeEnd={end => setTop(Math.max(top, scaleFor(end, most)))}
    >
      <SliderTrack className="slide-track" onPointerDownCapture={next}>
        {({ state }) => (
          <>
            <span className="slide-fill" style={{ width: `${100 * state.getThumbPercent(0)}%` }} />
            <SliderThumb className="slide-thumb" onBlur={next} />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}
