// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;

/** Everything about an issue that comes from the configuration. */
public record IssueTemplate(ListScheme scheme, IssuePlan plan, PublicationKey key) {

    /** Hash of the list with number and times left out; the signers are in it by the self pointer, the first one signs. */
    String contentHash(List<IssuerDetails> issuers) {
        ListOfTrustedEntities timeless =
                scheme.list(1, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), issuers, key.signers());
        return Publication.sha256(new String(LoteJson.write(timeless), StandardCharsets.UTF_8));
    }

    Publication issue(long sequence, Instant now, List<IssuerDetails> issuers, String contentHash) {
        Instant nextUpdate = plan.nextUpdate(now, key.notAfter());
        if (!nextUpdate.isAfter(now)) {
            throw new IllegalStateException("the signing certificate of the trust list has expired");
        }
        byte[] payload = LoteJson.write(scheme.list(sequence, now, nextUpdate, issuers, key.signers()));
        return new Publication(sequence, now, nextUpdate, contentHash, key.sign(payload, now));
    }
}
