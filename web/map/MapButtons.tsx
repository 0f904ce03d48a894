import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import type { MapController } from './controller.ts';

export function MapButtons({ controller, onFit }: { controller: MapController | null; onFit: () => void }) {
  const { t } = useWords();
  return (
    <div className="map-buttons">
      <IconButton icon="plus" label={t('map.zoomIn')} keys="+" onPress={() => controller?.map.zoomIn()} />
      <IconButton icon="minus" label={t('map.zoomOut')} keys="−" onPress={() => controller?.map.zoomOut()} />
      <IconButton icon="fit" label={t('map.fit')} onPress={onFit} />
    </div>
  );
}
