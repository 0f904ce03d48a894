import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember, remembered } from '../state/remembered.ts';
import type { Language } from '../state/view.ts';
import { en } from './en.ts';
import { formatCount } from './format.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof nl };
  }
}

/** Language of an earlier visit, when the address does not say. */
export function rememberedLanguage(): Language {
  return remembered('language') === 'en' ? 'en' : 'nl';
}

/** `{{count}}` is the number that a plural agrees with; it is written like every other number on the page. */
const counts: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format: (value, _format, language, options) =>
    options?.interpolationkey === 'count' && typeof value === 'number'
      ? formatCount(value, language === 'en' ? 'en' : 'nl')
      : value,
};

export async function startTexts(language: Language): Promise<void> {
  await i18next
    .use(counts)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'nl',
      resources: { nl: { translation: nl }, en: { translation: en } },
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
}

export function switchLanguage(language: Language): void {
  remember('language', language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
