import ts from 'typescript'
import type { Law } from './arrow-laws.ts'
import { isTest, lineOf, type Module, nodesOf } from './modules.ts'

/** Where sentences for people in Discord may come from at all. */
const ROOMS = /^server\/src\/(features|platform\/discord)\//
const CATALOGUE = /(^|\/)words[\w-]*\.ts$/

const inRooms = ({ path }: Module) => ROOMS.test(path) && !isTest(path) && !CATALOGUE.test(path)

/** By its name, or because it takes what answers, forms and commands are made with. */
const SPEAKING_FILE =
  /\/commands\/|\/(commands|replies|messages?|panels?|forms?|buttons?|notices?|suggest\w*)[\w-]*\.ts$/
const SPEAKING_NAMES = new Set([
  'OutgoingMessage',
  'Choice',
  'NO_MENTIONS',
  'say',
  'APIEmbed',
  'APIModalInteractionResponseCallbackData',
  'defineCommand',
  'defineCommandTree',
  'defineSubcommand',
  'defineButton',
  'defineSelect',
  'defineForm',
])

function speaks(module: Module): boolean {
  return (
    SPEAKING_FILE.test(module.path) ||
    module.imports.some(({ names }) => names.some((name) => SPEAKING_NAMES.has(name)))
  )
}

/** Stands for what a template puts in. */
const VALUE = '\uFFFC'

/** The words of a literal; null for any other node. */
function wordsOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(({ literal }) => VALUE + literal.text)].join('')
}

/** A word that is followed by, or follows, another one or a value; `'Save'`; never an identifier or an address. */
const READS_LIKE_WORDS = [
  new RegExp(`\\p{L}{2,}[^\\p{L}\\s${VALUE}]*\\s+[^\\p{L}\\s${VALUE}]*[\\p{L}${VALUE}]`, 'u'),
  new RegExp(`${VALUE}[^\\p{L}\\s${VALUE}]*\\s+[^\\p{L}\\s${VALUE}]*\\p{L}{2,}`, 'u'),
  /^\P{L}*\p{Lu}\p{Ll}+\P{L}*$/u,
]
/** The parts of messages, forms and commands that hold nothing but what is read. */
const READ = new Set(['content', 'title', 'description', 'label', 'placeholder', 'text'])
const MENTION = /@(everyone|here)/g

function isForReaders(node: ts.Node, words: string): boolean {
  if (READS_LIKE_WORDS.some((form) => form.test(words))) return true
  const { parent } = node
  const isRead = ts.isPropertyAssignment(parent) && parent.initializer === node && READ.has(parent.name.getText())
  return isRead && /\p{L}/u.test(words.replaceAll(MENTION, ''))
}

const LOGS = /\blog(ger)?(\.child\(.*\))?\.(trace|debug|info|warn|error|fatal)$/
/** They end in logs, and Discord's audit log knows one language only. */
const FOR_OPERATORS = /(Error|DiscordFailure|RegExp)$/
const AUDITED = /\.(addRole|removeRole|deleteMessages?|createChannel|editChannel|deleteChannel|createInvite)$/

function has(object: ts.Node, ...names: readonly string[]): boolean {
  if (!ts.isObjectLiteralExpression(object)) return false
  const own = object.properties.map((property) => property.name?.getText())
  return names.every((name) => own.includes(name))
}

/** What is around a literal and says that no person reads it in Discord, or that it is there in each language. */
function excuses(parent: ts.Node): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true
  if (ts.isTaggedTemplateExpression(parent)) return true
  if (ts.isCallExpression(parent)) return [LOGS, AUDITED].some((form) => form.test(parent.expression.getText()))
  if (ts.isNewExpression(parent)) return FOR_OPERATORS.test(parent.expression.getText())
  if (!ts.isPropertyAssignment(parent)) return false
  const name = parent.name.getText()
  if (name === 'en' || name === 'nl') return has(parent.parent, 'en', 'nl')
  return name === 'reason' || (name === 'message' && has(parent.parent, 'type'))
}

function isExcused(node: ts.Node): boolean {
  for (let around = node.parent; around && !ts.isBlock(around); around = around.parent) {
    if (excuses(around)) return true
  }
  return false
}

const wordsInCatalogues: Law = {
  name: 'what people read in Discord stands in catalogues (words*.ts), or as { en, nl }',
  find: (modules) =>
    modules
      .filter((module) => inRooms(module) && speaks(module))
      .flatMap((module) =>
        [...nodesOf(module.source)].flatMap((node) => {
          const words = wordsOf(node)
          if (words === null || !isForReaders(node, words) || isExcused(node)) return []
          return [`${module.path}:${lineOf(module, node)} ${words.replaceAll(VALUE, '…')}`]
        }),
      ),
}

/** Nothing of them is reached from Discord: English, the language of the API, is enough. */
const HTTP_ONLY: readonly (readonly [RegExp, why: string])[] = [
  [/\/[\w-]*routes\.ts$/, 'endpoints'],
  [/\/features\/auth\//, 'who calls the API, and signing in to it'],
  [/\/features\/health\//, 'what the program says of itself over HTTP'],
  [/\/features\/settings\/versions\.ts$/, 'headers of HTTP'],
  [/\/features\/onboarding\/(service|wording)\.ts$/, 'rules and questions are written over HTTP'],
]

/** The place of the sentence in each way to refuse something. */
function sentenceOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') return node.arguments?.[2]
  if (ts.isCallExpression(node) && node.expression.getText() === 'invalidField') return node.arguments[2]
  return undefined
}

/** Whether the expression is text rather than a sentence in each language, as far as its file shows. */
function isText(expression: ts.Expression): boolean {
  if (wordsOf(expression) !== null || ts.isBinaryExpression(expression)) return true
  if (ts.isConditionalExpression(expression)) return isText(expression.whenTrue) || isText(expression.whenFalse)
  if (!ts.isIdentifier(expression)) return false
  const declared = declarationOf(expression)
  if (!declared) return false
  if (declared.type) return declared.type.getText() === 'string'
  return ts.isVariableDeclaration(declared) && declared.initializer !== undefined && isText(declared.initializer)
}

function declarationOf(name: ts.Identifier): ts.VariableDeclaration | ts.ParameterDeclaration | undefined {
  for (let around: ts.Node = name.parent; around; around = around.parent) {
    for (const found of nodesOf(around)) {
      const declares = ts.isVariableDeclaration(found) || ts.isParameter(found)
      if (declares && found.name.getText() === name.text) return found
    }
  }
  return undefined
}

const inOneLanguage = (modules: readonly Module[]) =>
  modules.flatMap((module) =>
    [...nodesOf(module.source)].flatMap((node) => {
      const sentence = sentenceOf(node)
      if (!sentence || !isText(sentence)) return []
      const words = wordsOf(sentence)?.replaceAll(VALUE, '…') ?? sentence.getText()
      return [`${module.path}:${lineOf(module, sentence)} ${words}`]
    }),
  )

const refusalsInEachLanguage: Law = {
  name: 'a refusal that can surface in Discord says its sentence in each language',
  find(modules) {
    const speaking = modules.filter(inRooms)
    const overHttp = HTTP_ONLY.map(([path]) => ({ path, those: speaking.filter((module) => path.test(module.path)) }))
    const idle = overHttp.filter(({ those }) => those.length > 0 && inOneLanguage(those).length === 0)
    return [
      ...inOneLanguage(speaking.filter((module) => !overHttp.some(({ those }) => those.includes(module)))),
      ...idle.map(({ path }) => `${path.source} needs no exception any more; take it off the list`),
    ]
  },
}

export const WORD_LAWS = { wordsInCatalogues, refusalsInEachLanguage }
