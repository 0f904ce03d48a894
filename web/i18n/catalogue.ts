import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember, remembered } from '../state/remembered.ts';
import type { Language } from '../state/view.ts';
import { en } from './en.ts';
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

export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'nl',
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}

export function switchLanguage(language: Language): void {
  remember('language', language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
