import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

/** What comes out of the printer: its pages, and the words on them where `pdftotext` of poppler is installed. */
export type Paper = { pages: number; text: string | null };

/** Prints the page as Chromium does, and keeps the file for a person to look at. */
export async function printed(page: Page, called: string): Promise<Paper> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await writeFile(`tests/e2e/screenshots/${called}.pdf`, pdf);
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  return { pages, text: await wordsOf(pdf) };
}

async function wordsOf(pdf: Buffer): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    return (await promisify(execFile)('pdftotext', ['-layout', file, '-'])).stdout;
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The sheets as a browser lays them out before it prints: what is seen of the page, and nothing else of it. */
export async function sheetsOf(page: Page): Promise<{ text: string; interfaceParts: number }> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheet = page.getByTestId('print-sheet');
  await sheet.waitFor();
  const text = await sheet.innerText();
  const interfaceParts = await page.evaluate(
    () =>
      [...document.querySelectorAll('button, input, textarea, [role=tooltip], [role=dialog], nav')].filter(
        part => part.checkVisibility({ visibilityProperty: true }),
      ).length,
  );
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await sheet.waitFor({ state: 'detached' });
  return { text, interfaceParts };
}

/** Hears how often the page asks the browser to print, in the place of a dialog that no test can close. */
export async function hearPrinting(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const heard = window as unknown as { printed: number };
    heard.printed = 0;
    window.print = () => {
      heard.printed++;
    };
  });
  return () => page.evaluate(() => (window as unknown as { printed: number }).printed);
}
