// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Instant;
import org.stadttor.trustlist.evaluation.TrustExplanation;
import org.stadttor.trustlist.publication.Publication;

/**
 * The answer to a {@link TrustQuestion}.
 *
 * @param issue the issue of the list it was decided under
 * @param at the moment for which it was decided
 * @param inOrder false if the chain is not in its order, which may be the whole reason
 */
public record TrustAnswer(Publication issue, Instant at, TrustExplanation explanation, boolean inOrder) {}
