import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** One table a file of the server reads or writes in a statement of its own. */
export interface TableUse {
  readonly file: string;
  readonly table: string;
  readonly writes: boolean;
}

/** The text of every string and template in a file; what is put into a template is left out. */
function textsOf(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, false);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' \u0000 '));
      for (const span of node.templateSpans) visit(span.expression);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

const COMMENT = /--[^\n]*/g;
const QUOTED = /'[^'\n]*'/g;

/** What one text does to the tables it names where a statement names tables. */
export function tablesOf(text: string, known: ReadonlySet<string>): { table: string; writes: boolean }[] {
  const sql = text.replaceAll(COMMENT, ' ').replaceAll(QUOTED, "''");
  // `?`: a table that is put into the statement, which nobody can check.
  const uses = [...sql.matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+\u0000/g)]
    .filter(({ index }) => !/\b(FOR|KEY|DO)\s+$/.test(sql.slice(0, index)))
    .map(() => ({ table: '?', writes: true }));
  for (const match of sql.matchAll(/\b[a-z][a-z_0-9]*\b/g)) {
    const [table] = match;
    if (!known.has(table)) continue;
    const before = sql.slice(0, match.index);
    const after = sql.slice(match.index + table.length);
    if (after.startsWith('.') || after.startsWith('(')) continue;
    if (/\b(INSERT INTO|DELETE FROM|TRUNCATE|COPY)\s+$/.test(before)) uses.push({ table, writes: true });
    else if (/\bUPDATE\s+(ONLY\s+)?$/.test(before)) {
      if (!/\b(FOR|KEY|DO)\s+UPDATE\s+$/.test(before)) uses.push({ table, writes: true });
    } else if (/\b(FROM|JOIN|USING|ONLY)\s+$/.test(before)) uses.push({ table, writes: false });
    // A list of tables: `FROM a x, b y`.
    else if (/\bFROM\s+[a-z_]+\s+(AS\s+)?[a-z_]+\s*,\s*$/.test(before)) uses.push({ table, writes: false });
    // A fragment that another statement puts after its FROM.
    else if (/^\s*$/.test(before) && /^\s+(AS\s+)?[a-z][a-z_0-9]{0,11}(\s|$)/.test(after))
      uses.push({ table, writes: false });
  }
  return uses;
}

/** Every use of a table in the statements below a folder; migrations are no statements of the running application. */
export function tableUses(root: string, known: ReadonlySet<string>): TableUse[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !/(^|\/)schema\//.test(file))
    .flatMap((file) =>
      textsOf(join(root, file)).flatMap((text) => tablesOf(text, known).map((use) => ({ file, ...use }))),
    );
}
