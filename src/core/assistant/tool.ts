import type * as z from 'zod';

/** What a tool gives: data of the declared shape, or a sentence that tells the assistant what to do instead. */
export type ToolAnswer<T = Readonly<Record<string, unknown>>> =
  | {
      readonly kind: 'answer';
      readonly data: T /** For readers without structure; JSON of the data unless given. */;
      readonly text?: string;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Something an assistant may call. Every tool only reads. */
export interface AssistantTool {
  /** `verb_noun`. */
  readonly name: string;
  readonly title: string;
  /** For the model: what it does, what it sends, how to take its answer. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Whether it asks Gitee, so that something leaves this machine. */
  readonly asksNetwork: boolean;
  /** @throws ZodError when the input does not fit the schema */
  call(input: unknown, signal?: AbortSignal): Promise<ToolAnswer>;
}

interface Definition<I extends z.ZodObject, O extends z.ZodObject>
  extends Omit<AssistantTool, 'input' | 'output' | 'call'> {
  readonly input: I;
  readonly output: O;
  call(input: z.output<I>, signal: AbortSignal | undefined): Promise<ToolAnswer<z.output<O>>>;
}

/** A tool whose input is checked before it is called. */
export function tool<I extends z.ZodObject, O extends z.ZodObject>(definition: Definition<I, O>): AssistantTool {
  return { ...definition, call: async (input, signal) => definition.call(definition.input.parse(input), signal) };
}

export function answer<T>(data: T, text?: string): ToolAnswer<T> {
  return text === undefined ? { kind: 'answer', data } : { kind: 'answer', data, text };
}

export function refused(message: string): { readonly kind: 'refused'; readonly message: string } {
  return { kind: 'refused', message };
}

/** An answer as text, for those who read no structure. */
export function answerText(given: ToolAnswer): string {
  return given.kind === 'refused' ? given.message : (given.text ?? JSON.stringify(given.data));
}
