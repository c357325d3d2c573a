// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/**
 * A step in the life of a presentation, without any attribute value. {@code onBehalfOf} is the relying party it was started
 * for.
 */
public sealed interface PresentationEvent {

    PresentationId id();

    /** A presentation was started for a relying party. */
    record Started(PresentationId id, String onBehalfOf, Flow flow) implements PresentationEvent {}

    /** A wallet fetched the request for the first time. */
    record Opened(PresentationId id, String onBehalfOf) implements PresentationEvent {}

    /** The wallet's answer was verified. */
    record Verified(PresentationId id, String onBehalfOf, String issuerAnchorSha256, long listSequence)
            implements PresentationEvent {}

    /** The wallet's answer was refused, or the wallet sent an error. */
    record Refused(PresentationId id, String onBehalfOf, String reasonCode) implements PresentationEvent {}

    /** The answer was verified, but its issuer was not trusted any more when the browser came for the result. */
    record Distrusted(PresentationId id, String onBehalfOf, String reasonCode) implements PresentationEvent {}

    /** The browser collected the result. */
    record Collected(PresentationId id) implements PresentationEvent {}

    /**
     * An alarm: a browser that did not start the presentation came with its response code. Nothing was handed out, the
     * right browser can still collect.
     */
    record ForeignBrowser(PresentationId id) implements PresentationEvent {}

    /** Nobody answered or collected in time. */
    record Expired(PresentationId id, String onBehalfOf) implements PresentationEvent {}
}
