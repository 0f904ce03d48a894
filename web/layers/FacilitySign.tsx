import { useView } from '../state/view.ts';
import { signOf } from './facilities.ts';

/** The sign of a function as on the map, for lists. */
export function FacilitySign({ name }: { name: string }) {
  const dark = useView(view => view.theme === 'dark');
  const sign = signOf(name);
  return (
    <svg className="facility-sign" viewBox="0 0 24 24" width="14" height="14" aria-hidden="true">
      <path d={sign.path} fill={dark ? sign.dark : sign.colour} />
    </svg>
  );
}
