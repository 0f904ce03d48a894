import { Button, Radio, RadioGroup } from 'react-aria-components';
import { sentence } from '../i18n/format.ts';
import { useScene } from '../state/scene.tsx';
import { REACH_LAYERS, type ReachLayer, setView, useView } from '../state/view.ts';
import { useShownRule } from './layer.ts';
import { useAccessWords } from './words.ts';

/** A map of reach; that of public wifi brings its places along. */
function choose(reachLayer: ReachLayer | null): void {
  const { facilities } = useView.getState();
  setView({
    reachLayer,
    ...(reachLayer === 'wifi' && !facilities.includes('wifi') ? { facilities: [...facilities, 'wifi'] } : {}),
  });
}

/** Maps of reach, below the indicators; choosing an indicator leaves them. */
export function ReachLayerChoice() {
  const { t, functions, count } = useAccessWords();
  const { region, indicators } = useScene();
  const shown = useView(view => view.reachLayer);
  const rule = useShownRule();
  const hasWifi = region.facilities.some(one => one.functions.includes('wifi'));
  const children = indicators.some(one => one.id === 'children' && one.available.length > 0);
  if (region.facilities.length === 0 || !children) return null;
  return (
    <div className="reach-layers">
      <RadioGroup
        className="indicators"
        value={shown}
        onChange={id => choose(REACH_LAYERS.find(one => one === id) ?? null)}
        aria-label={t('access.layer.title')}
      >
        <div className="indicator-theme" data-theme-name="children">
          <h3>{t('access.layer.title')}</h3>
          {REACH_LAYERS.filter(id => id !== 'wifi' || hasWifi).map(id => (
            <Radio key={id} value={id} className="radio">
              <span className="radio-mark" />
              {sentence(t(`access.layer.${id}`))}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {shown !== null && (
        <p className="quiet" data-testid="reach-layer-note">
          {sentence(
            t('access.layer.rule', { functions: functions(rule.functions), metres: count(rule.withinM) }),
          )}
          . {t('access.layer.help')} {shown === 'wifi' && `${t('access.layer.wifiHelp')} `}
          <Button className="link-button" onPress={() => setView({ place: 'compare', about: 'places' })}>
            {t('access.layer.toNorm')}
          </Button>
        </p>
      )}
      {shown !== null && (
        <details className="how">
          <summary>{t('access.how.title')}</summary>
          <p>{t('access.how.text')}</p>
        </details>
      )}
    </div>
  );
}
