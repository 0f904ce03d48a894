import { Button } from 'react-aria-components';
import type { Norm } from '../../core/access/norm.ts';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useNorms } from '../data/access.ts';
import { sentence } from '../i18n/format.ts';
import { useScopeName } from '../scenario/scopeName.ts';
import { useScene } from '../state/scene.tsx';
import { chooseNorm } from './rule.ts';
import { useAccessWords } from './words.ts';

/** Every preset over the scope, with its source: to begin with, and no verdict. */
export function NormsTable() {
  const { t, text, share, count, surface, ages } = useAccessWords();
  const { ground, scope } = useScene();
  const name = useScopeName();
  const { data } = useNorms(ground, scope);
  const asks = ({ rule }: Norm) => {
    if (rule.kind === 'space-per-child')
      return t('access.norms.perChild', { area: surface(rule.m2PerChild) });
    if (rule.kind === 'share-of-land') return t('access.norms.ofLand', { share: share(rule.share) });
    const metres = count(rule.withinM);
    return rule.minAreaM2 === null
      ? t('access.norms.reachAsk', { metres })
      : t('access.norms.reachAskArea', { metres, area: surface(rule.minAreaM2) });
  };
  return (
    <section className="compare-section" aria-label={t('access.norms.title')}>
      <h2>{t('access.norms.title')}</h2>
      <p className="quiet">{t('access.norms.help', { scope: name })}</p>
      {data === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <table className="compare-table" data-testid="norms-table">
          <thead>
            <tr>
              <th scope="col">{t('access.norm')}</th>
              <th scope="col">{sentence(t('access.norms.asks'))}</th>
              <th scope="col">{t('access.ages')}</th>
              <th scope="col" className="number-cell">
                {sentence(t('access.norms.share'))}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.norms.map(norm => (
              <tr key={norm.id}>
                <th scope="row">
                  {norm.rule.kind === 'reach' ? (
                    <Button className="link-button" onPress={() => chooseNorm(norm.id)}>
                      {sentence(text(norm.title))}
                    </Button>
                  ) : (
                    sentence(text(norm.title))
                  )}
                  <small className="quiet"> {text(norm.source)}</small>
                </th>
                <td>{asks(norm)}</td>
                <td>{ages(norm.ages)}</td>
                <td className="number-cell">
                  {norm.result === null
                    ? t('access.norms.none')
                    : norm.result.share === null
                      ? '–'
                      : share(norm.result.share)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
