import { Input, NumberField, Switch, TextField } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { select } from '../state/selection.ts';
import { useAreasText, useShowAreas } from './editAreas.ts';
import { codesOutside } from './outside.ts';
import { changeEdit, removeEdit } from './steps.ts';

function EditRow({ scenario, edit }: { scenario: ScenarioDocument; edit: Edit }) {
  const { t } = useWords();
  const { areas, level, inside } = useScene();
  const area = useAreasText()(edit.areas);
  const outside = areas === undefined ? 0 : codesOutside(areas, inside, edit.areas).length;
  const lookAtAreas = useShowAreas();
  const show = () => {
    select(level, edit.areas);
    lookAtAreas(edit.areas);
  };
  return (
    <li className="edit" data-enabled={edit.enabled}>
      <div className="edit-head">
        <Switch
          className="switch"
          isSelected={edit.enabled}
          onChange={enabled => changeEdit(scenario.id, edit.id, 'enabled', enabled)}
          aria-label={t('scenario.editEnabled', { area })}
        >
          <span className="switch-track" />
        </Switch>
        <span className="edit-areas">{area}</span>
        <IconButton icon="locate" label={t('scenario.locate', { area })} onPress={show} />
        <IconButton
          icon="trash"
          label={t('scenario.editRemove', { area })}
          onPress={() => removeEdit(scenario.id, edit.id)}
        />
      </div>
      {outside > 0 && (
        <p className="quiet">
          {outside === edit.areas.length
            ? t('scenario.editOutside')
            : t('scenario.editPartlyOutside', { outside, count: edit.areas.length })}
        </p>
      )}
      <div className="edit-body">
        <NumberField
          className="number"
          value={edit.socialPerArea}
          minValue={0}
          maxValue={MAX_DWELLINGS}
          step={1}
          onChange={next => {
            if (!Number.isNaN(next)) changeEdit(scenario.id, edit.id, 'socialPerArea', next);
          }}
          aria-label={t('scenario.editCount', { area })}
        >
          <span aria-hidden="true">+</span>
          <Input className="input" />
        </NumberField>
        <span className="quiet">
          {edit.areas.length > 1
            ? t('scenario.perArea')
            : t('scenario.dwellings', { count: edit.socialPerArea })}
        </span>
        <TextField
          className="edit-note"
          value={edit.note}
          maxLength={2000}
          onChange={note => changeEdit(scenario.id, edit.id, 'note', note)}
          aria-label={t('scenario.editNote', { area })}
        >
          <Input className="input" placeholder={t('scenario.notePlaceholder')} />
        </TextField>
      </div>
    </li>
  );
}

/** Every change of a scenario, in order, each to be switched off, altered or taken out. */
export function EditList({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  if (scenario.edits.length === 0) {
    return (
      <div className="empty-panel">
        <h3>{t('scenario.noEditsTitle')}</h3>
        <p>{t('scenario.noEditsText')}</p>
      </div>
    );
  }
  return (
    <div className="edits">
      <h3>{t('scenario.edits')}</h3>
      <ol aria-label={t('scenario.edits')}>
        {scenario.edits.map(edit => (
          <EditRow key={edit.id} scenario={scenario} edit={edit} />
        ))}
      </ol>
    </div>
  );
}
