/**
 * What the tests need of a browser, as few primitives as will do. `chromium.ts` and `firefox.ts` provide them;
 * `browser-under-test.ts` builds on them what the tests use, alike for both.
 */
export interface BrowserEngine {
  /** The address of the extension's files, without a slash at the end. */
  readonly extensionRoot: string;
  /** Opens an empty tab in front, in the first window or in a window of its own. */
  readonly openTab: (where: "tab" | "window") => Promise<EngineTab>;
  /** Replaces the pages that the browser gets instead of the network's. */
  readonly serve: (pages: ServedPages) => void;
  /** Lets every later request of the extension for a site's permission succeed without asking anybody. */
  readonly agreeToRequests: () => Promise<void>;
  readonly grantHost: (pattern: string) => Promise<void>;
  readonly revokeHost: (pattern: string) => Promise<void>;
  /** Ends the extension's background in the middle of whatever it does; the next event starts it again. */
  readonly killBackground: () => Promise<void>;
  /** Settles when the browser has ended. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

export interface EngineTab {
  /** The JSON value of an expression in the page's own world; promises are awaited, user activation is granted. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /**
   * The JSON value that a function gives of the shadow root, open or closed, of the first element that matches a
   * selector; null where there is no such root. Promises are awaited.
   */
  readonly evaluateInShadow: (host: string, declaration: string) => Promise<unknown>;
  /** Navigates and waits for the load event where the browser tells it; extension pages may still be loading. */
  readonly goto: (url: string) => Promise<void>;
  /** Moves the pointer to a place in CSS pixels of the viewport. */
  readonly moveTo: (x: number, y: number) => Promise<void>;
  /** A real click, at a place in CSS pixels of the viewport. */
  readonly clickAt: (x: number, y: number, held?: HeldKey) => Promise<void>;
  /** Presses the mouse at one place, moves it to another in a few steps and lets go there. */
  readonly drag: (from: Point, to: Point) => Promise<void>;
  /** Real key presses, one for each character. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: PressableKey) => Promise<void>;
  /** Saves what the viewport shows as PNG. */
  readonly screenshot: (file: string) => Promise<void>;
  readonly bringToFront: () => Promise<void>;
  /** Brings the tab to the front and gives the extension what a press of its toolbar button there gives. */
  readonly pressToolbarButton: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `SelectAll` and `BackTab` stand for the keys that do so together. */
export type PressableKey =
  | "Enter"
  | "Escape"
  | "Tab"
  | "BackTab"
  | "Delete"
  | "ArrowDown"
  | "ArrowUp"
  | "ArrowLeft"
  | "ArrowRight"
  | "Home"
  | "End"
  | "SelectAll";

/** A place in CSS pixels of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A key that is held down during a click. */
export type HeldKey = "Shift";

/** Pages by their address, without the part after `#`. */
export type ServedPages = ReadonlyMap<string, ServedPage>;

export interface ServedPage {
  readonly body: string | Buffer;
  /** By default HTML in UTF-8. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** All headers of a served page. */
export const headersOf = ({ contentType, headers }: ServedPage): Record<string, string> => ({
  "content-type": contentType ?? "text/html; charset=utf-8",
  ...headers,
});

export interface LaunchOptions {
  /** The browser's program. */
  readonly program: string;
  /** The folder of the built extension. */
  readonly extension: string;
  /** The folder of the browser's profile; what is in it is used. */
  readonly profile: string;
  readonly headless: boolean;
  /**
   * `served`: whatever is not served fails; `open`: the network as it is; or all of it through a proxy on this machine,
   * where any certificate is taken.
   */
  readonly network: "served" | "open" | { readonly proxy: number };
}

/** The size of the page's view, in CSS pixels. */
export const viewport = { width: 1280, height: 900 };
