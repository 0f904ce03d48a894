import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../controls/Problem.tsx';
import { apiUrl, send } from '../data/http.ts';
import { useWords } from '../i18n/words.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../publication/commands.ts';
import { saveFile } from './file.ts';

type Props = {
  /** Of the API, without the extension. */
  path: string;
  formats: readonly ExportFormat[];
  /** What the file is made of; it is sent along. */
  body: object;
  /** Name of the file without its extension. */
  stem: string;
};

/** A button for each format in which the server writes something of what is on screen. */
export function FileButtons({ path, formats, body, stem }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const save = async (format: ExportFormat) => {
    setBusy(true);
    setFailed(null);
    try {
      const response = await send(apiUrl(`${path}.${format}`), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      saveFile(`${stem}.${format}`, await response.blob());
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="actions">
        {EXPORT_FORMATS.filter(({ id }) => formats.includes(id)).map(({ id, title }) => (
          <Button key={id} className="button" isDisabled={busy} onPress={() => void save(id)}>
            {t('data.downloadAs', { format: title })}
          </Button>
        ))}
      </div>
      {failed !== null && <Problem error={failed} />}
    </>
  );
}
