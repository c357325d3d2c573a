// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation.web;

import java.util.List;
import org.stadttor.trustlist.automation.InvalidRequestException;
import org.stadttor.trustlist.automation.InvalidRequestException.Reason;

/** A part of a result. */
record Page(int offset, int limit) {

    private static final int MAX_LIMIT = 200;

    Page {
        if (offset < 0) {
            throw new InvalidRequestException(Reason.MEMBER_INVALID, "offset");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidRequestException(Reason.MEMBER_INVALID, "limit");
        }
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip(offset).limit(limit).toList();
    }
}
