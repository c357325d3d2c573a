// SPDX-License-Identifier: EUPL-1.2
/** What became of logins, as counts by day and relying party; nothing about people. */
@NullMarked
package org.stadttor.idp.statistics;

import org.jspecify.annotations.NullMarked;
