/** What is known of a place beside its name and functions. A year of age counts from the birthday. */
export type FacilityAttributes = {
  /** Youngest age it is for, in years. */
  minAge?: number;
  /** Oldest age it is for, in years, itself included. */
  maxAge?: number;
  /** Places: children at once, places of childcare or a school. */
  capacity?: number;
  /** Pupils who are enrolled. */
  pupils?: number;
  /** When it is open: words, or the opening hours syntax of OpenStreetMap. */
  opening?: string;
  fee?: 'yes' | 'no';
  wheelchair?: 'yes' | 'limited' | 'no';
  lit?: 'yes' | 'no';
  /** Licence of this record, where it differs from that of its source. */
  licence?: string;
  /** Day on which somebody last saw that it is so, YYYY-MM-DD. */
  lastChecked?: string;
};
export type AttributeId = keyof FacilityAttributes;

/** How an attribute is written, with its limits. */
export type AttributeKind =
  | { kind: 'whole'; least: number; most: number; unit: 'years' | 'places' | 'pupils' }
  | { kind: 'text'; longest: number }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'day' };

/** Every attribute that the product knows; a source may tell others, which are passed on as they are. */
export const ATTRIBUTES: Readonly<Record<AttributeId, AttributeKind>> = {
  minAge: { kind: 'whole', least: 0, most: 120, unit: 'years' },
  maxAge: { kind: 'whole', least: 0, most: 120, unit: 'years' },
  capacity: { kind: 'whole', least: 1, most: 100_000, unit: 'places' },
  pupils: { kind: 'whole', least: 0, most: 100_000, unit: 'pupils' },
  opening: { kind: 'text', longest: 300 },
  fee: { kind: 'choice', choices: ['yes', 'no'] },
  wheelchair: { kind: 'choice', choices: ['yes', 'limited', 'no'] },
  lit: { kind: 'choice', choices: ['yes', 'no'] },
  licence: { kind: 'text', longest: 200 },
  lastChecked: { kind: 'day' },
};
export const ATTRIBUTE_IDS = Object.keys(ATTRIBUTES) as AttributeId[];

export const isAttribute = (id: string): id is AttributeId => Object.hasOwn(ATTRIBUTES, id);

/** Other people's words for yes, partly and no. */
const CHOICE_WORDS: Readonly<Record<string, string>> = {
  true: 'yes',
  ja: 'yes',
  oui: 'yes',
  '1': 'yes',
  designated: 'yes',
  false: 'no',
  nee: 'no',
  non: 'no',
  '0': 'no',
  beperkt: 'limited',
  partly: 'limited',
  limité: 'limited',
};

/** The value of an attribute, null for a blank one, or why it is none. */
export type AttributeReading = { value: string | number | null } | { fault: string };

/** Reads what a file or a person wrote for an attribute. `fault` completes the sentence "minAge …". */
export function readAttribute(id: AttributeId, given: unknown): AttributeReading {
  const text = given === null || given === undefined ? '' : String(given).trim();
  if (text === '') return { value: null };
  const attribute = ATTRIBUTES[id];
  const shown = `"${text.slice(0, 60)}"`;
  switch (attribute.kind) {
    case 'whole': {
      const number = /^-?\d+([.,]0+)?$/.test(text) ? Number(text.replace(/[.,]0+$/, '')) : Number.NaN;
      if (number >= attribute.least && number <= attribute.most) return { value: number };
      return {
        fault: `is ${shown}; give a whole number of ${attribute.unit} from ${attribute.least} to ${attribute.most}`,
      };
    }
    case 'text':
      if (text.length <= attribute.longest) return { value: text };
      return { fault: `has ${text.length} characters; give at most ${attribute.longest}` };
    case 'choice': {
      const word = text.toLowerCase();
      const choice = attribute.choices.includes(word) ? word : CHOICE_WORDS[word];
      if (choice !== undefined && attribute.choices.includes(choice)) return { value: choice };
      return { fault: `is ${shown}; give one of ${attribute.choices.join(', ')}` };
    }
    case 'day':
      return isDay(text) ? { value: text } : { fault: `is ${shown}; give a day as YYYY-MM-DD` };
  }
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February for 1 or 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Why the ages cannot be so, or null: the youngest is older than the oldest. */
export function agesFault({ minAge, maxAge }: { minAge?: unknown; maxAge?: unknown }): string | null {
  if (typeof minAge !== 'number' || typeof maxAge !== 'number' || minAge <= maxAge) return null;
  return `is for ages ${minAge} to ${maxAge}, which are reversed`;
}
