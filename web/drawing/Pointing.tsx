import { useEffect } from 'react';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import type { MapController } from '../map/controller.ts';
import { pointedAt, stopPointing } from '../scenario/pointing.ts';
import { Cross } from './Cross.tsx';
import { useCross } from './cross.ts';
import { deedHelp } from './deedHelp.ts';
import { focusMap, useDrawingKeys } from './keys.ts';

/** A place that is pointed at with the keys. */
export function Pointing({ controller }: { controller: MapController }) {
  const { t } = useWords();
  const cross = useCross(controller);
  useEffect(() => {
    focusMap();
    announce(`${t('edit.site.pointNow')} ${deedHelp('point', t)}`);
  }, [t]);
  const take = () => {
    const { lng, lat } = controller.map.unproject([cross.here.x, cross.here.y]);
    pointedAt({ lat, lon: lng });
  };
  useDrawingKeys({ move: cross.move, place: take, finish: take, cancel: stopPointing });
  return <Cross at={cross.at} />;
}
