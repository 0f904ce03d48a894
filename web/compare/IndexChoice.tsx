import {
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { setView } from '../state/view.ts';
import { useCompared } from './comparison.tsx';
import { FAMILY_TITLES, indexFamilies } from './indices.ts';

const families = indexFamilies();

/** Every index, family by family, under its name in the language of the page. */
export function IndexChoice() {
  const { t, text } = useWords();
  const { index } = useCompared();
  return (
    <Select
      className="choice index-choice"
      value={index.id}
      onChange={key => key !== null && setView({ index: String(key) })}
    >
      <Label className="field-label">{t('compare.index')}</Label>
      <Button className="choice-button">
        <SelectValue className="choice-value">{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="chevronDown" size={16} />
      </Button>
      <Popover className="popover choice-popover" offset={4}>
        <ListBox className="options">
          {families.map(({ family, indices }) => (
            <ListBoxSection key={family} id={family}>
              <Header className="options-header">{text(FAMILY_TITLES[family])}</Header>
              {indices.map(one => (
                <ListBoxItem
                  key={one.id}
                  id={one.id}
                  textValue={sentence(text(one.title))}
                  className="option"
                >
                  {sentence(text(one.title))}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
