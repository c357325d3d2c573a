// SPDX-License-Identifier: EUPL-1.2
/** Published lists over HTTP. */
@NullMarked
package org.stadttor.trustlist.publication.web;

import org.jspecify.annotations.NullMarked;
