declare module "findandreplacedomtext" {
  const findAndReplaceDOMText: (
    root: Node,
    options: { readonly find: RegExp; readonly wrap: string; readonly preset?: "prose" },
  ) => unknown;
  export default findAndReplaceDOMText;
}
