/** What Discord's markup says, as a tree of which nothing but text comes from people. */

export type Span = 'strong' | 'em' | 'underline' | 'strike' | 'spoiler'

/** What Discord writes in angle brackets for something that its clients show otherwise. */
export type Reference =
  | { readonly kind: 'mention'; readonly of: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: Span; readonly children: readonly Inline[] }
  /** `href` begins with http:// or https://. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | Reference

export interface ListItem {
  readonly depth: number
  /** Null: a bullet. */
  readonly number: number | null
  readonly children: readonly Inline[]
}

export type Block =
  | { readonly kind: 'paragraph' | 'small'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string }
