import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { describeOnOneDatabase, getJson, withTestRegion } from './app.ts';

type Parameter = { in: string; name: string; required?: boolean; schema?: object };
type Operation = {
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
};

describeOnOneDatabase('the OpenAPI document', open => {
  const setup = withTestRegion(open);
  let document: Document;
  let operations: [name: string, path: string, operation: Operation][];
  beforeAll(async () => {
    document = await getJson<Document>(setup.app, '/api/openapi.json');
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        path,
        operation,
      ]),
    );
  });

  test('is OpenAPI 3.0', () => {
    expect(document.openapi).toMatch(/^3\.0\./);
    expect(document.info).toMatchObject({
      title: 'Buurtbalans',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  test('holds every call that docs/api.md promises, and promises every call it holds', async () => {
    const page = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8');
    const calls = page
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .flatMap(line => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(match => match[1]!))
      .flatMap(expanded)
      .map(call => {
        const [method = '', path = ''] = call.split(' ');
        return path === '' ? `GET ${method}` : `${method} ${path}`;
      })
      .map(call => call.replace(/ \/(?!api|tiles|health|docs)/, ' /api/v1/'))
      .filter(call => !call.endsWith('/docs'));
    expect(operations.map(([name]) => name).sort()).toEqual([...new Set(calls)].sort());
  });

  test('says of every call what it does, and of every answer what it is', () => {
    for (const [name, , operation] of operations) {
      expect(operation.summary, name).toBeTruthy();
      expect(operation.tags, name).toHaveLength(1);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description, `${name} ${status}`).toBeTruthy();
        if (Number(status) < 400) continue;
        expect(Object.keys(response.content ?? {}), `${name} ${status}`).toEqual([
          'application/problem+json',
        ]);
      }
      expect(
        Object.keys(operation.responses).some(status => status.startsWith('2')),
        name,
      ).toBe(true);
    }
  });

  test('declares every parameter of every path', () => {
    for (const [name, path, operation] of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
      const declared = (operation.parameters ?? []).filter(parameter => parameter.in === 'path');
      expect(declared.map(parameter => parameter.name).sort(), name).toEqual(inPath.sort());
      for (const parameter of operation.parameters ?? []) {
        expect(parameter.schema, `${name} ${parameter.name}`).toBeDefined();
        if (parameter.in === 'path') expect(parameter.required, `${name} ${parameter.name}`).toBe(true);
      }
    }
  });

  test('uses only words that OpenAPI 3.0 knows', () => {
    const foreign: string[] = [];
    const look = (value: unknown, place: string) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [member, inner] of Object.entries(value)) {
        const unknownWord = ['const', 'patternProperties', '$id', 'examples', 'prefixItems'].includes(member);
        const tuple = member === 'items' && Array.isArray(inner);
        if (unknownWord || tuple || (member === 'type' && (inner === 'null' || Array.isArray(inner)))) {
          foreign.push(`${place}.${member}`);
        }
        look(inner, `${place}.${member}`);
      }
    };
    look(document.paths, 'paths');
    expect(foreign).toEqual([]);
  });
});

/** `a.{geojson,csv}` stands for a call each. */
function expanded(call: string): string[] {
  const [, before = '', choices, after = ''] = /^(.*)\{(\w+(?:,\w+)+)\}(.*)$/.exec(call) ?? [];
  return choices === undefined ? [call] : choices.split(',').map(choice => `${before}${choice}${after}`);
}
