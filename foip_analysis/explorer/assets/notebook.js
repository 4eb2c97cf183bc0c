// In a notebook: the page in a frame of its own. What is chosen in it is told to Python, and what Python sets to it.

export default {
  render({ model, el }) {
    const frame = document.createElement("iframe");
    frame.srcdoc = model.get("_page");
    frame.allow = "clipboard-write";
    frame.style.cssText = "display: block; width: 100%; height: 80vh; min-height: 480px; border: 0";
    let heard;
    const tell = () => model.get("_state") !== heard && frame.contentWindow?.postMessage(model.get("_state"), "*");
    const hear = ({ source, data: told }) => {
      if (source !== frame.contentWindow) return;
      heard = told;
      if (!told) {
        frame.title = frame.contentDocument.title;
        return tell(); // it waits for its state: at first, and again where a notebook moved it
      }
      if (told.cell) frame.scrollIntoView({ block: "nearest" }); // with the list beside the cell
      model.set("_state", told);
      model.save_changes();
    };
    addEventListener("message", hear);
    model.on("change:_state", tell);
    el.append(frame);
    return () => {
      removeEventListener("message", hear);
      model.off("change:_state", tell);
    };
  },
};
