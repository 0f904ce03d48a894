import { Button, Input, Label, NumberField, TextField } from 'react-aria-components';
import {
  CHILD_AGES,
  type ChildrenCoefficients,
  FLEMISH_MINORS_PER_SOCIAL_DWELLING,
  ROOM_FOR_CHILDREN,
} from '../../core/scenario/children.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { FAMILY_BEDROOMS } from '../../core/scenario/programme.ts';
import { MANY_SOCIAL } from '../../core/scenario/threshold.ts';
import { useWords } from '../i18n/words.ts';
import { setParameters } from './steps.ts';

const SIZES = ['studio', '1', '2', '3', '4', '5+'] as const;

/** What the numbers of families and children rest on, to be read and changed. */
export function Assumptions({ scenario }: { scenario: ScenarioDocument }) {
  const { t, decimal } = useWords();
  const { id, parameters } = scenario;
  const own = parameters.children !== undefined;
  const children = parameters.children ?? {
    ...ROOM_FOR_CHILDREN,
    source: t('edit.assumptions.ownSource'),
  };
  const write = (next: ChildrenCoefficients, gesture: string) =>
    setParameters(id, { ...parameters, children: next }, gesture);
  return (
    <details className="how assumptions">
      <summary>{t('edit.assumptions.title')}</summary>
      <p>
        {own
          ? t('edit.assumptions.source', { source: children.source })
          : t('edit.assumptions.room', { mean: decimal(FLEMISH_MINORS_PER_SOCIAL_DWELLING, 2) })}
      </p>
      <NumberField
        className="number"
        value={parameters.familyBedrooms ?? FAMILY_BEDROOMS}
        minValue={1}
        maxValue={5}
        step={1}
        onChange={familyBedrooms => {
          if (!Number.isNaN(familyBedrooms)) setParameters(id, { ...parameters, familyBedrooms }, 'family');
        }}
      >
        <Label className="field-label">{t('edit.assumptions.family')}</Label>
        <Input className="input" />
      </NumberField>
      <NumberField
        className="number"
        value={parameters.manySocial ?? MANY_SOCIAL}
        minValue={0}
        maxValue={1}
        step={0.01}
        formatOptions={{ style: 'percent', maximumFractionDigits: 0 }}
        onChange={manySocial => {
          if (!Number.isNaN(manySocial)) setParameters(id, { ...parameters, manySocial }, 'many');
        }}
      >
        <Label className="field-label">{t('edit.assumptions.many')}</Label>
        <Input className="input" />
      </NumberField>
      <table className="coefficients">
        <caption>{t('edit.assumptions.perDwelling')}</caption>
        <thead>
          <tr>
            <td />
            {CHILD_AGES.map(age => (
              <th key={age} scope="col">
                {t('edit.assumptions.age', { age: age.replace('-', '–') })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SIZES.map(size => (
            <tr key={size}>
              <th scope="row">{t(`edit.size.${size}`)}</th>
              {CHILD_AGES.map(age => (
                <td key={age}>
                  <NumberField
                    className="number"
                    value={children.perDwelling[size][age]}
                    minValue={0}
                    maxValue={10}
                    formatOptions={{ maximumFractionDigits: 3 }}
                    aria-label={t('edit.assumptions.spoken', { size: t(`edit.sizeSpoken.${size}`), age })}
                    onChange={value => {
                      // Leaving a field writes what is on screen, which has three decimals.
                      const before = children.perDwelling[size][age];
                      if (Number.isNaN(value) || Math.abs(value - before) < 0.0005) return;
                      const row = { ...children.perDwelling[size], [age]: value };
                      const perDwelling = { ...children.perDwelling, [size]: row };
                      write({ ...children, perDwelling }, `${size} ${age}`);
                    }}
                  >
                    <Input className="input" />
                  </NumberField>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {own && (
        <>
          <TextField
            value={children.source}
            maxLength={500}
            onChange={source => {
              if (source !== '') write({ ...children, source }, 'source');
            }}
          >
            <Label className="field-label">{t('edit.assumptions.sourceLabel')}</Label>
            <Input className="input" />
          </TextField>
          <Button
            className="link-button"
            onPress={() => {
              const { children: _, ...others } = parameters;
              setParameters(id, others);
            }}
          >
            {t('edit.assumptions.reset')}
          </Button>
        </>
      )}
    </details>
  );
}
