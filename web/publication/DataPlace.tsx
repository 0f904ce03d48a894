import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { Datasets } from './Datasets.tsx';
import { ExportForm } from './ExportForm.tsx';
import { Importing } from './Importing.tsx';
import { Indicators } from './Indicators.tsx';
import { Releases } from './Releases.tsx';

/** What is in here, where it came from, how to take it along and how to bring your own. */
export function DataPlace() {
  const { t } = useWords();
  const { region } = useScene();
  const sections = [
    { id: 'export', title: t('data.export'), content: <ExportForm /> },
    { id: 'datasets', title: t('data.datasets'), content: <Datasets /> },
    { id: 'indicators', title: t('data.indicators'), content: <Indicators /> },
    { id: 'releases', title: t('data.releases'), content: <Releases /> },
    { id: 'importing', title: t('data.importing'), content: <Importing /> },
  ];
  return (
    <main id="content" className="data-place" tabIndex={-1}>
      <nav className="data-nav" aria-label={t('data.sections')}>
        {sections.map(section => (
          <a key={section.id} href={`#${section.id}`}>
            {section.title}
          </a>
        ))}
        <a href="/docs">{t('data.apiDocs')}</a>
      </nav>
      <div className="data-sections">
        <header>
          <h1>
            {t('data.title')} <span className="quiet">{region.title}</span>
          </h1>
          <p>{t('data.intro')}</p>
        </header>
        {sections.map(section => (
          <section key={section.id} id={section.id} className="data-section" aria-label={section.title}>
            <h2>{section.title}</h2>
            {section.content}
          </section>
        ))}
      </div>
    </main>
  );
}
