import { describe, expect, it } from 'vitest';
import { toFailure, type Surroundings } from '../../src/cli/errors/failure.ts';
import { renderFailureJson, renderFailureText } from '../../src/cli/errors/render-failure.ts';
import { UserError } from '../../src/model/user-error.ts';

const AROUND: Surroundings = { program: 'happiness', version: '1.2.3', nodeVersion: 'v20.19.0', debug: false };

describe('errors that the user can mend', () => {
  it('say place, problem and remedy', () => {
    const failure = toFailure(
      new UserError('bad-csv', 'unclosed quote', { file: 'tickets.csv', line: 12, column: 7, hint: 'close it' }),
      AROUND,
    );
    expect(failure.exitCode).toBe(2);
    expect(renderFailureText(failure, 80)).toBe('happiness: tickets.csv:12:7: unclosed quote\n  close it\n');
    expect(JSON.parse(renderFailureJson(failure))).toEqual({
      error: { code: 'bad-csv', message: 'unclosed quote', file: 'tickets.csv', line: 12, column: 7, hint: 'close it' },
    });
  });

  it('name a file once, and say null for what does not apply', () => {
    const failure = toFailure(new UserError('no-file', 'no such file: a.csv', { file: 'a.csv' }), AROUND);
    expect(renderFailureText(failure, 80)).toBe('happiness: no such file: a.csv\n');
    expect(renderFailureJson(failure)).toBe(
      '{"error":{"code":"no-file","message":"no such file: a.csv","file":"a.csv","line":null,"column":null,"hint":null}}\n',
    );
  });

  it('wrap a long remedy under its beginning, words kept whole', () => {
    const failure = toFailure(new UserError('x', 'y', { hint: `  $ ${'tickets '.repeat(12).trim()}` }), AROUND);
    expect(renderFailureText(failure, 40)).toBe(
      'happiness: y\n    $ tickets tickets tickets tickets\n    tickets tickets tickets tickets\n    tickets tickets tickets tickets\n',
    );
  });

  it('cannot be forged by a file name', () => {
    const file = 'x\u001b]0;owned\u0007\n::error::y.csv';
    const text = renderFailureText(toFailure(new UserError('no-file', `no such file: ${file}`, { file, line: 1, hint: file }), AROUND), 80);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).not.toMatch(/^::/m);
  });

  it('start no terminal sequence as JSON either', () => {
    const id = '\u009b2J\u202e##[error]';
    const text = renderFailureJson(toFailure(new UserError('unknown-ticket', `no ticket ${id}`), AROUND));
    // 8-bit CSI, a bidi override and the command of a CI log, all of which JSON allows raw.
    expect(text).not.toMatch(/[\u0080-\u009f\u202e]|##/);
    expect(JSON.parse(text)).toMatchObject({ error: { message: `no ticket ${id}` } });
  });
});

describe('unexpected errors', () => {
  const bug = new SyntaxError('Unexpected token in "jane@example.com"');

  it('tell their kind, version and Node, never their message', () => {
    const failure = toFailure(bug, AROUND);
    const text = renderFailureText(failure, 80);
    expect(failure.exitCode).toBe(70);
    expect(text).toContain('SyntaxError');
    expect(text).toContain('happiness 1.2.3 on Node v20.19.0');
    expect(text).toContain('--debug');
    expect(text + renderFailureJson(failure)).not.toContain('jane');
  });

  it('show their stack under --debug', () => {
    expect(renderFailureText(toFailure(bug, { ...AROUND, debug: true }), 80)).toContain('    at ');
  });

  it('may be anything that was thrown', () => {
    expect(toFailure('a string', AROUND)).toMatchObject({ exitCode: 70, code: 'internal-error' });
  });
});
