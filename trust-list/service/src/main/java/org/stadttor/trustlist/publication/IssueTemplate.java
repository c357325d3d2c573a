// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.trustlist.lote.TrustedEntity;

/** Everything about an issue that comes from the configuration. */
public record IssueTemplate(ListScheme scheme, IssuePlan plan, PublicationKey key) {

    /**
     * Hash of the list with number and times left out. The signers are in it by the self pointer, where there is one; the
     * first one signs. The hash of a list without a self pointer has its signer appended.
     */
    String contentHash(ListPurpose purpose, List<TrustedEntity> entities) {
        ListOfTrustedEntities timeless =
                scheme.list(purpose, 1, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), entities, key.signers());
        String content = new String(LoteJson.write(timeless), StandardCharsets.UTF_8);
        return Publication.sha256(timeless.scheme().pointers().isEmpty() ? content + key.fingerprint() : content);
    }

    Publication issue(
            ListPurpose purpose, long sequence, Instant now, List<TrustedEntity> entities, String contentHash) {
        Instant nextUpdate = plan.nextUpdate(now, key.notAfter());
        if (!nextUpdate.isAfter(now)) {
            throw new IllegalStateException("the signing certificate of the trust list has expired");
        }
        byte[] payload = LoteJson.write(scheme.list(purpose, sequence, now, nextUpdate, entities, key.signers()));
        return new Publication(purpose, sequence, now, nextUpdate, contentHash, key.sign(payload, now));
    }
}
