// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.util.List;
import java.util.Optional;

/**
 * How everything is.
 *
 * @param tasks what hurries most first
 * @param audit nothing while the first check is running
 */
public record Overview(List<Task> tasks, List<ListState> lists, Optional<AuditWatch.Checked> audit) {

    public Overview {
        tasks = List.copyOf(tasks);
        lists = List.copyOf(lists);
    }
}
