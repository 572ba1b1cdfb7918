/** Parts with styles of their own. Emotion itself: what MUI adds to it would be a tenth of the first load. */
export { default as styled, type CSSObject } from "@emotion/styled"
