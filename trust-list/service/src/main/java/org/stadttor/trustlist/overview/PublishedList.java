// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.util.Base64;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.trustlist.publication.Publication;

/** What our own issues say. Readers verify the signature; here it is our own database that is read. */
public final class PublishedList {

    private PublishedList() {}

    /** The list in an issue. */
    public static ListOfTrustedEntities of(Publication issue) {
        return LoteJson.read(json(issue));
    }

    /** Its JSON as it was signed. */
    public static byte[] json(Publication issue) {
        return Base64.getUrlDecoder().decode(issue.jws().split("\\.", -1)[1]);
    }
}
