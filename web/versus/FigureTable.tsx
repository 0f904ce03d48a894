import type { Versus } from './outcomes.tsx';

export function FigureTable({ outcomes }: { outcomes: NonNullable<Versus['outcomes']> }) {
  return <p>{outcomes.left.after.zones}</p>;
}
