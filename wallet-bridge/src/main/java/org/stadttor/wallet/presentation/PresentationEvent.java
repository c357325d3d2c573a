// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** A step in the life of a presentation, without any attribute value. */
public sealed interface PresentationEvent {

    PresentationId id();

    /** A presentation was started for a relying party. */
    record Started(PresentationId id, String onBehalfOf, Flow flow) implements PresentationEvent {}

    /** The wallet's answer was verified. */
    record Verified(PresentationId id, String issuerAnchorSha256, long listSequence) implements PresentationEvent {}

    /** The wallet's answer was refused, or the wallet sent an error. */
    record Refused(PresentationId id, String reasonCode) implements PresentationEvent {}

    /** The browser collected the result. */
    record Collected(PresentationId id) implements PresentationEvent {}

    /**
     * An alarm: a browser that did not start the presentation came with its response code. Nothing was handed out, the
     * right browser can still collect.
     */
    record ForeignBrowser(PresentationId id) implements PresentationEvent {}

    /** Nobody answered or collected in time. */
    record Expired(PresentationId id) implements PresentationEvent {}
}
