import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../server/settings.ts';

describe('settings', () => {
  test('without any variable serve the embedded database on this machine only', () => {
    expect(readSettings({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: resolve('.buurtbalans'),
      databaseUrl: null,
      adminToken: null,
      basemapStyle: null,
      logLevel: 'info',
    });
  });

  test('come from the environment', () => {
    const settings = readSettings({
      PORT: '9000',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/buurtbalans',
      DATABASE_URL: 'postgres://planner:secret@db.example:5432/balance',
      ADMIN_TOKEN: 'sixteen-letters!',
      BASEMAP_STYLE: 'https://tiles.example/style.json',
      LOG_LEVEL: 'warn',
    });
    expect(settings).toEqual({
      port: 9000,
      host: '0.0.0.0',
      dataDir: '/var/lib/buurtbalans',
      databaseUrl: 'postgres://planner:secret@db.example:5432/balance',
      adminToken: 'sixteen-letters!',
      basemapStyle: 'https://tiles.example/style.json',
      logLevel: 'warn',
    });
  });

  test('treat an empty variable as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: null });
  });

  test.each([
    ['PORT', '80a', /^PORT is "80a"; it must be a port number, 0 to 65535\.$/],
    ['PORT', '65536', /PORT is "65536"/],
    ['PORT', '-1', /PORT is "-1"/],
    ['PORT', '80.5', /PORT is "80\.5"/],
    ['HOST', 'a b', /HOST is "a b"/],
    ['DATABASE_URL', 'mysql://root@localhost/x', /DATABASE_URL .* postgres:\/\/user:password@host/],
    ['BASEMAP_STYLE', 'javascript:alert(1)', /BASEMAP_STYLE is "javascript:alert\(1\)"/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL is "loud"; it must be trace, debug, info/],
    ['ADMIN_TOKEN', 'fifteen-letters', /ADMIN_TOKEN .* at least 16 printable characters/],
  ])('refuse %s=%s and say what is allowed', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'not-configured', message: expect.stringMatching(message) }),
    );
  });

  test('never print a secret', () => {
    for (const name of ['ADMIN_TOKEN', 'DATABASE_URL']) {
      expect(() => readSettings({ [name]: 'hunter2' })).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
      );
    }
  });
});
