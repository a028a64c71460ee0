/** Sets a page up as a browser would, with the shadow roots that its markup declares. */
export const showPage = (html: string): void => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.head.innerHTML = parsed.head.innerHTML;
  document.body.innerHTML = parsed.body.innerHTML;
  openShadowRoots(document.body);
};

const openShadowRoots = (root: ParentNode): void => {
  for (const template of root.querySelectorAll<HTMLTemplateElement>("template[shadowrootmode]")) {
    const host = template.parentElement!;
    template.remove();
    const shadow = host.attachShadow({ mode: "open" });
    shadow.innerHTML = template.innerHTML;
    openShadowRoots(shadow);
  }
};
