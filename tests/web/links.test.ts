import { afterEach, describe, expect, it, vi } from 'vitest';
import { linkAddress, linkIn } from '../../web/scenario/linkApi.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the address of a link', () => {
  it('has both of its parts after the #, which no browser sends, and comes back from there', () => {
    vi.stubGlobal('location', { origin: 'https://plan.example', pathname: '/' });
    const key = { id: 'a-B_9', secret: 's-E_7' };
    const address = new URL(linkAddress(key));
    expect([address.pathname, address.search]).toEqual(['/', '']);
    expect(linkIn(address.hash)).toEqual(key);
  });

  it('that was cut off is still a link, which opens nothing; another end of an address is none', () => {
    expect(linkIn('#share=abc')).toEqual({ id: 'abc', secret: '' });
    expect(linkIn('#share=')).toEqual({ id: '', secret: '' });
    for (const other of ['', '#', '#content', '#shared=a.b']) expect(linkIn(other)).toBeNull();
  });
});
